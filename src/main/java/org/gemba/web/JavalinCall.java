package org.gemba.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.gemba.access.Caller;
import org.gemba.platform.error.AppError;
import org.gemba.platform.error.FieldError;
import org.gemba.platform.error.FieldError.Place;
import org.gemba.platform.error.FieldError.Rule;
import org.gemba.platform.i18n.Texts;
import org.gemba.web.dialect.Problem.Kind;
import org.gemba.web.json.BodyReader;
import org.jspecify.annotations.Nullable;

/// A call over HTTP.
final class JavalinCall implements Call, AutoCloseable {
    private static final Pattern INTEGER = Pattern.compile("[+-]?[0-9]{1,10}");

    private final Context ctx;
    private final Route route;
    private final Exchange exchange;
    private final BodyReader bodies;
    private final Path uploads;
    private final Origins origins;
    private final List<FieldError> faults = new ArrayList<>();
    private @Nullable Map<String, String> query;
    private @Nullable Map<String, String> form;
    private @Nullable Multipart parts;
    private byte @Nullable [] bytes;

    JavalinCall(Context ctx, Route route, Exchange exchange, BodyReader bodies, Path uploads, Origins origins) {
        this.ctx = ctx;
        this.route = route;
        this.exchange = exchange;
        this.bodies = bodies;
        this.uploads = uploads;
        this.origins = origins;
    }

    @Override
    public Caller caller() {
        return exchange.caller();
    }

    @Override
    public String clientAddress() {
        return exchange.clientAddress();
    }

    @Override
    public String requestId() {
        return exchange.requestId();
    }

    @Override
    public Locale locale() {
        return Languages.preferred(ctx.header("Accept-Language"));
    }

    @Override
    public String path(String name) {
        return ctx.pathParam(name);
    }

    @Override
    public String path(String name, String regex, String meaning) {
        var value = path(name);
        if (!value.matches(regex)) {
            fault(new FieldError(Place.PATH, name, value, new Rule.Pattern(regex, meaning)));
        }
        return value;
    }

    @Override
    public Optional<String> query(String name) {
        if (query == null)
            query = UrlText.fields(Optional.ofNullable(ctx.queryString()).orElse(""));
        return Optional.ofNullable(query.get(name));
    }

    @Override
    public List<String> queries(String name) {
        return UrlText.all(Optional.ofNullable(ctx.queryString()).orElse("")).stream()
                .filter(field -> field.getKey().equals(name))
                .map(Map.Entry::getValue)
                .toList();
    }

    @Override
    public int queryInt(String name, int otherwise, int least, int most) {
        var text = query(name);
        if (text.isEmpty()) return otherwise;
        if (!INTEGER.matcher(text.get()).matches()) {
            return faulty(name, text.get(), new Rule.WrongType("integer"), otherwise);
        }
        long number = Long.parseLong(text.get());
        if (number < least) return faulty(name, number, new Rule.AtLeast(least), otherwise);
        if (number > most) return faulty(name, number, new Rule.AtMost(most), otherwise);
        return (int) number;
    }

    private int faulty(String name, Object value, Rule rule, int otherwise) {
        fault(new FieldError(Place.QUERY, name, value, rule));
        return otherwise;
    }

    @Override
    public boolean queryFlag(String name, boolean otherwise) {
        var text = query(name);
        if (text.isEmpty()) return otherwise;
        return switch (text.get().toLowerCase(Locale.ROOT)) {
            case "true", "1", "on", "yes", "t", "y" -> true;
            case "false", "0", "off", "no", "f", "n" -> false;
            default -> {
                fault(new FieldError(Place.QUERY, name, text.get(), new Rule.WrongType("boolean")));
                yield otherwise;
            }
        };
    }

    @Override
    public <T> T body(Class<T> type) {
        return bodies.read(bytes(), type);
    }

    @Override
    public <T> Sent<T> sent(Class<T> type) {
        var bytes = bytes();
        return new Sent<>(bodies.read(bytes, type), bodies.names(bytes));
    }

    @Override
    public Optional<String> form(String name) {
        if (route.body().content() == Route.Content.MULTIPART) return parts().field(name);
        if (form == null) form = isForm() ? UrlText.fields(new String(bytes(), StandardCharsets.UTF_8)) : Map.of();
        return Optional.ofNullable(form.get(name));
    }

    @Override
    public boolean isForm() {
        return Pipeline.contentType(ctx).equals("application/x-www-form-urlencoded");
    }

    @Override
    public Upload file(String name) {
        var found = files(name);
        if (found.isEmpty()) throw new AppError.InvalidInput(FieldError.body(name, null, new Rule.Required()));
        return found.getFirst();
    }

    @Override
    public List<Upload> files(String name) {
        return parts().files(name);
    }

    private Multipart parts() {
        if (parts == null) parts = Multipart.read(ctx.req(), route, uploads);
        return parts;
    }

    /// Read once, so that a handler may look at a body both as a record and as the tree that was sent.
    byte[] bytes() {
        if (bytes != null) return bytes;
        try {
            long most = route.body().most();
            var read = ctx.req().getInputStream().readNBytes((int) Math.min(most + 1, Integer.MAX_VALUE));
            if (read.length > most) throw Pipeline.tooLarge(ctx.req(), route);
            bytes = read;
            return read;
        } catch (IOException e) {
            throw new Refusal(Kind.MALFORMED, "The body did not arrive in full");
        }
    }

    /// What was uploaded is forgotten before the answer leaves.
    @Override
    public void close() {
        if (parts != null) parts.delete();
    }

    @Override
    public Optional<String> header(String name) {
        return Optional.ofNullable(ctx.header(name));
    }

    @Override
    public Optional<String> cookie(String name) {
        return Optional.ofNullable(ctx.cookie(name));
    }

    @Override
    public boolean isSecure() {
        return ctx.req().isSecure();
    }

    @Override
    public boolean isFromForeignPage() {
        return origins.isForeign(ctx.req());
    }

    @Override
    public Optional<String> token() {
        return Pipeline.bearer(ctx.header("Authorization"));
    }

    @Override
    public void fault(FieldError error) {
        faults.add(error);
    }

    @Override
    public List<FieldError> faults() {
        return List.copyOf(faults);
    }

    @Override
    public void checked() {
        if (!faults.isEmpty()) throw new AppError.InvalidInput(faults);
    }

    /// The language of people and of labels.
    static final class Languages {
        private Languages() {}

        static Locale preferred(@Nullable String header) {
            if (header == null || header.length() > 1000) return Texts.ENGLISH;
            try {
                var best = Locale.lookupTag(Locale.LanguageRange.parse(header), List.of("en", "zh"));
                return "zh".equals(best) ? Texts.CHINESE : Texts.ENGLISH;
            } catch (IllegalArgumentException e) {
                return Texts.ENGLISH;
            }
        }
    }
}
