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
/// @param parameters query, path and header parameters, for the document
/// @param body what it takes
/// @param success what it gives back
public record Route(
        String method,
        String path,
        ApiFamily family,
        String summary,
        boolean open,
        @Nullable Permission permission,
        @Nullable Limit limit,
        List<Parameter> parameters,
        Body body,
        Success success,
        Handler handler) {

    public static final long DEFAULT_MAX_BODY = 64 * 1024;

    public enum Content {
        NONE,
        JSON,
        /// `application/x-www-form-urlencoded`
        FORM,
        /// Either of the two.
        FORM_OR_JSON,
        /// `multipart/form-data`
        MULTIPART
    }

    public enum Form {
        ONE,
        LIST,
        PAGE,
        /// One record without the family's envelope.
        BARE
    }

    /// What a route takes.
    ///
    /// @param content of what type the body is; a route of another type refuses it
    /// @param type the record of the body; null for none
    /// @param most the largest body in bytes
    /// @param oversizeIsBad whether a larger one is a bad request (400), where the document has no 413
    /// @param isOnce whether a client may repeat it under an `Idempotency-Key` without a second effect
    /// @param faultsAreBad whether fields that break their rules are one too, where the family has another status
    public record Body(
            Content content,
            @Nullable Class<?> type,
            long most,
            boolean oversizeIsBad,
            boolean faultsAreBad,
            boolean isOnce) {}

    /// What a route gives back when all is well.
    ///
    /// @param status of an answer that names none itself
    /// @param type the record of a success, or of one element; null when it is no JSON
    /// @param form whether it is one record, a list or a {@link Page} of them
    /// @param media the content type of an answer that is no JSON; null for JSON
    /// @param headers the headers that it carries beside those of every answer
    public record Success(
            int status,
            @Nullable Class<?> type,
            Form form,
            @Nullable String media,
            List<Parameter> headers) {}

    /// At most `count` calls a window of `seconds`.
    public record Limit(int count, int seconds) {
        /// Counted neither here nor in the family's general limit, for what is asked again and again.
        public static final Limit NONE = new Limit(Integer.MAX_VALUE, 3600);

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
        private long most = DEFAULT_MAX_BODY;
        private boolean oversizeIsBad;
        private boolean faultsAreBad;
        private boolean once;
        private int status = 200;
        private @Nullable String media;
        private final List<Parameter> headers = new ArrayList<>();
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

        /// Never counted.
        public Builder uncounted() {
            limit = Limit.NONE;
            return this;
        }

        public Builder maxBody(long bytes) {
            most = bytes;
            return this;
        }

        /// A body that is too large is answered as a bad request: 400 where the document knows no 413.
        public Builder oversizeIsBad() {
            oversizeIsBad = true;
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

        public Builder header(String name, String description) {
            parameters.add(new Parameter(name, "header", "string", false, description));
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

        /// A body that may come as a form or as JSON; the record describes both.
        public Builder takesFormOrJson(Class<?> fields) {
            content = Content.FORM_OR_JSON;
            takes = fields;
            return this;
        }

        /// A `multipart/form-data` body; of the record, which is for the document only, components of the type
        /// {@link Upload} are files and the others fields. {@link #maxBody} bounds the whole body.
        public Builder takesMultipart(Class<?> parts) {
            content = Content.MULTIPART;
            takes = parts;
            return this;
        }

        /// Fields that break their rules are answered as a bad request, 400.
        public Builder faultsAreBad() {
            faultsAreBad = true;
            return this;
        }

        /// A client that did not get its answer may send the same again under the same `Idempotency-Key` for a day: it
        /// is done once, and the answer is the same. The handler then runs inside one write, so it should wait for
        /// nothing but the database.
        public Builder once() {
            once = true;
            return header("Idempotency-Key", "The client's own name for this request; a repetition is done once");
        }

        /// The status of a success: 201 for what was made, 202 for what was only begun.
        public Builder status(int success) {
            status = success;
            return this;
        }

        /// A success that is no JSON, for example `application/pdf`.
        public Builder answersMedia(String contentType) {
            media = contentType;
            return this;
        }

        /// A header of a success, for the document.
        public Builder answersHeader(String name, String type, String description) {
            headers.add(new Parameter(name, "header", type, false, description));
            return this;
        }

        /// A record that leaves without the family's envelope, as {@link Answer.Bare}.
        public Builder answersBare(Class<?> body) {
            form = Form.BARE;
            return answers(body);
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
                    List.copyOf(parameters),
                    new Body(content, takes, most, oversizeIsBad, faultsAreBad, once),
                    new Success(status, answers, form, media, List.copyOf(headers)),
                    handler);
        }
    }
}
