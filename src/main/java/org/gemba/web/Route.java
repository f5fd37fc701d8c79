package org.gemba.web;

import java.util.ArrayList;
import java.util.List;
import org.gemba.access.ApiFamily;
import org.gemba.access.Permission;
import org.jspecify.annotations.Nullable;

/// One operation of one API: what the server needs to dispatch, guard and limit it, and what the OpenAPI document says
/// of it.
///
/// @param path with parameters in braces: `/api/mto/{mto_number}`
/// @param permission the right that it asks for; null when {@link #open} or when any valid token of the family will do
/// @param open answers without a token
/// @param limit how often one client may call it; null for the family's general limit
/// @param maxBody the largest body in bytes
/// @param parameters query and path parameters, for the document
/// @param content of what type the body is; a route of another type refuses it
/// @param takes the record of the body; null for none
/// @param answers the record of a success, or of one element; null when it is no JSON
/// @param form whether a success is one record, a list or a {@link Page} of them
public record Route(
        String method,
        String path,
        ApiFamily family,
        String summary,
        boolean open,
        @Nullable Permission permission,
        @Nullable Limit limit,
        long maxBody,
        List<Parameter> parameters,
        Content content,
        @Nullable Class<?> takes,
        @Nullable Class<?> answers,
        Form form,
        Handler handler) {

    public static final long DEFAULT_MAX_BODY = 64 * 1024;

    public enum Content {
        NONE,
        JSON,
        /// `application/x-www-form-urlencoded`
        FORM
    }

    public enum Form {
        ONE,
        LIST,
        PAGE
    }

    /// At most `count` calls a window of `seconds`.
    public record Limit(int count, int seconds) {
        public static Limit perMinute(int count) {
            return new Limit(count, 60);
        }
    }

    /// @param in `query`, `path` or `header`
    /// @param type an OpenAPI type: `string`, `integer`, `number`, `boolean`
    public record Parameter(String name, String in, String type, boolean required, String description) {}

    @FunctionalInterface
    public interface Handler {
        /// @return an {@link Answer}, or a value that the dialect wraps
        Object handle(Call call) throws Exception;
    }

    public static Builder get(ApiFamily family, String path, String summary) {
        return new Builder("GET", family, path, summary);
    }

    public static Builder post(ApiFamily family, String path, String summary) {
        return new Builder("POST", family, path, summary);
    }

    public static Builder put(ApiFamily family, String path, String summary) {
        return new Builder("PUT", family, path, summary);
    }

    public static Builder delete(ApiFamily family, String path, String summary) {
        return new Builder("DELETE", family, path, summary);
    }

    /// Collects the parts of a route; {@link #handle} makes it.
    public static final class Builder {
        private final String method;
        private final ApiFamily family;
        private final String path;
        private final String summary;
        private boolean open;
        private @Nullable Permission permission;
        private @Nullable Limit limit;
        private long maxBody = DEFAULT_MAX_BODY;
        private final List<Parameter> parameters = new ArrayList<>();
        private Content content = Content.NONE;
        private @Nullable Class<?> takes;
        private @Nullable Class<?> answers;
        private Form form = Form.ONE;

        private Builder(String method, ApiFamily family, String path, String summary) {
            this.method = method;
            this.family = family;
            this.path = path;
            this.summary = summary;
        }

        /// Answers without a token.
        public Builder open() {
            open = true;
            return this;
        }

        public Builder needs(Permission needed) {
            permission = needed;
            return this;
        }

        public Builder perMinute(int count) {
            limit = Limit.perMinute(count);
            return this;
        }

        public Builder maxBody(long bytes) {
            maxBody = bytes;
            return this;
        }

        public Builder query(String name, String type, String description) {
            parameters.add(new Parameter(name, "query", type, false, description));
            return this;
        }

        public Builder requiredQuery(String name, String type, String description) {
            parameters.add(new Parameter(name, "query", type, true, description));
            return this;
        }

        public Builder pathParameter(String name, String description) {
            parameters.add(new Parameter(name, "path", "string", true, description));
            return this;
        }

        /// A JSON body.
        public Builder takes(Class<?> body) {
            content = Content.JSON;
            takes = body;
            return this;
        }

        /// A form-encoded body; the record is for the document only.
        public Builder takesForm(Class<?> fields) {
            content = Content.FORM;
            takes = fields;
            return this;
        }

        public Builder answers(Class<?> body) {
            answers = body;
            return this;
        }

        public Builder answersList(Class<?> element) {
            form = Form.LIST;
            return answers(element);
        }

        public Builder answersPage(Class<?> element) {
            form = Form.PAGE;
            return answers(element);
        }

        public Route handle(Handler handler) {
            return new Route(
                    method,
                    path,
                    family,
                    summary,
                    open,
                    permission,
                    limit,
                    maxBody,
                    List.copyOf(parameters),
                    content,
                    takes,
                    answers,
                    form,
                    handler);
        }
    }
}
