// Ajv in strict mode, with formats: returns the verdicts on a suite, in its order.
import Ajv2020 from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

export default async (schema, groups) => {
  const ajv = new Ajv2020.default({
    strict: true,
    strictTypes: true,
    strictTuples: true,
    strictRequired: true,
    logger: { log: fail, warn: fail, error: fail },
  });
  addFormats.default(ajv);
  ajv.addSchema(schema);
  return groups.map(group => {
    const validate = ajv.compile(group.schema);
    return group.tests.map(test => validate(test.data));
  });
};

function fail(...words) {
  throw new Error(words.join(" "));
}
