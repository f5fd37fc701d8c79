package org.gemba.web.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gemba.access.ApiFamily;
import org.gemba.platform.error.AppError;
import org.gemba.platform.error.FieldError;
import org.gemba.platform.error.FieldError.Place;
import org.gemba.platform.error.FieldError.Rule;
import org.gemba.web.json.Json;
import org.junit.jupiter.api.Test;

/// Every rule in the words of the document's validator.
class MtoWordingTest {
    private static final Map<Rule, String> WORDS = new LinkedHashMap<>();

    static {
        WORDS.put(new Rule.Required(), "field required | value_error.missing");
        WORDS.put(new Rule.WrongType("integer"), "value is not a valid integer | type_error.integer");
        WORDS.put(new Rule.WrongType("boolean"), "value could not be parsed to a boolean | type_error.bool");
        WORDS.put(new Rule.WrongType("string"), "str type expected | type_error.str");
        WORDS.put(new Rule.WrongType("array"), "value is not a valid list | type_error.list");
        WORDS.put(new Rule.WrongType("object"), "value is not a valid dict | type_error.dict");
        WORDS.put(new Rule.AtLeast(1), "ensure this value is greater than or equal to 1 | value_error.number.not_ge");
        WORDS.put(new Rule.AtMost(365), "ensure this value is less than or equal to 365 | value_error.number.not_le");
        WORDS.put(new Rule.TooShort(2), "ensure this value has at least 2 characters | value_error.any_str.min_length");
        WORDS.put(new Rule.TooLong(50), "ensure this value has at most 50 characters | value_error.any_str.max_length");
        WORDS.put(new Rule.TooFewItems(1), "ensure this value has at least 1 items | value_error.list.min_items");
        WORDS.put(new Rule.TooManyItems(50), "ensure this value has at most 50 items | value_error.list.max_items");
        WORDS.put(
                new Rule.Pattern("^[A-Z]+$", "capital letters"),
                "string does not match regex \"^[A-Z]+$\" | value_error.str.regex");
        WORDS.put(
                new Rule.OneOf(List.of("mto", "analytics")),
                "unexpected value; permitted: 'mto', 'analytics' | value_error.const");
        WORDS.put(new Rule.Broken("is odd"), "is odd | value_error");
    }

    @Test
    void everyRuleHasItsSentenceAndItsType() {
        var json = Json.of(ApiFamily.MTO, java.time.ZoneOffset.UTC);
        WORDS.forEach((rule, words) -> {
            var error = new AppError.InvalidInput(new FieldError(Place.BODY, "messages[0].role", "x", rule));
            var body = new MtoDialect().error(Problem.of(error), new Dialect.Context("req-1", Instant.EPOCH, "/api/x"));
            var fault = json.valueToTree(body).at("/detail/0");
            assertThat(fault.get("msg").stringValue() + " | "
                            + fault.get("type").stringValue())
                    .isEqualTo(words);
            assertThat(fault.get("loc").toString()).isEqualTo("[\"body\",\"messages\",0,\"role\"]");
        });
    }
}
