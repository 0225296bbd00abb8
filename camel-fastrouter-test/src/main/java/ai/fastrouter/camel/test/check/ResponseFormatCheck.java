package ai.fastrouter.camel.test.check;

/** The form that an answer shall have. */
final class ResponseFormatCheck {

    private ResponseFormatCheck() {}

    static void check(Fields body) {
        body.object("response_format", format -> {
            format.require("type").oneOf("type", "text", "json_object", "json_schema");
            if (!"json_schema".equals(format.get("type").asText())) {
                return;
            }
            format.require("json_schema")
                    .object(
                            "json_schema",
                            schema -> schema.require("name")
                                    .check(
                                            "name",
                                            name -> name.isTextual() && ToolCheck.isName(name.asText()),
                                            "must be 1 to 64 letters, digits, _ or -")
                                    .bool("strict")
                                    .require("schema")
                                    .object("schema", inner -> {}));
        });
    }
}
