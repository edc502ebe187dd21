// @cfworker/json-schema: returns the verdicts on a suite, in its order.
import { Validator } from "@cfworker/json-schema";

export default async (schema, groups) =>
  groups.map(group => {
    const validator = new Validator(group.schema, "2020-12", true);
    validator.addSchema(schema);
    return group.tests.map(test => validator.validate(test.data).valid);
  });
