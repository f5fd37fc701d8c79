package org.gemba.shell.settings;

import org.gemba.fx.Language;
import org.gemba.platform.error.FieldError.Rule;

/// What stands under a field that breaks a rule.
public record RuleWords(Language language) {
    public String of(Rule rule) {
        return switch (rule) {
            case Rule.Required r -> language.now("shell.rule.required");
            case Rule.TooShort r -> language.now("shell.rule.tooShort", r.least());
            case Rule.TooLong r -> language.now("shell.rule.tooLong", r.most());
            case Rule.TooFewItems r -> language.now("shell.rule.tooFew", r.least());
            case Rule.TooManyItems r -> language.now("shell.rule.tooMany", r.most());
            case Rule.AtLeast r -> language.now("shell.rule.atLeast", r.limit());
            case Rule.AtMost r -> language.now("shell.rule.atMost", r.limit());
            case Rule.OneOf r -> language.now("shell.rule.oneOf", String.join(", ", r.allowed()));
            case Rule.WrongType r -> language.now("shell.rule.broken", rule.words());
            case Rule.Pattern r -> language.now("shell.rule.broken", rule.words());
            case Rule.Broken r -> language.now("shell.rule.broken", r.words());
        };
    }
}
