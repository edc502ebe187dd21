// @hyperjump/json-schema: returns the verdicts on a suite, in its order.
import { registerSchema, validate } from "@hyperjump/json-schema/draft-2020-12";

export default async (schema, groups) => {
  registerSchema(schema);
  const verdicts = [];
  for (const group of groups) {
    const compiled = await validate(group.schema.$ref);
    verdicts.push(group.tests.map(test => compiled(test.data).valid));
  }
  return verdicts;
};
