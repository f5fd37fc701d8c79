package org.gemba.planning.xero;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import okhttp3.Credentials;
import okhttp3.FormBody;
import okhttp3.Request;
import org.gemba.planning.channel.AccessToken;
import org.gemba.planning.channel.Channel;
import org.gemba.planning.channel.ChannelFailed;
import org.gemba.planning.channel.ChannelFailed.Reason;
import org.gemba.planning.channel.Entity;
import org.gemba.planning.channel.JsonCall;
import org.gemba.planning.channel.Nodes;
import org.gemba.platform.http.Outbound;
import org.gemba.platform.http.Retry;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The items of a company's books, by a custom connection: OAuth2 client credentials, `GET /connections` for the
/// tenant, `GET /api.xro/2.0/Items` for what is listed. Quantities of the books are left alone: they count the same
/// goods as the warehouses, once more.
public final class XeroChannel implements Channel {
    private static final String ITEMS = "/api.xro/2.0/Items";
    private static final String ORGANISATION = "/api.xro/2.0/Organisation";
    private static final String CONNECTIONS = "/connections";

    private final JsonCall call;
    private final Supplier<XeroSettings> settings;
    private final AccessToken token;
    private final Clock clock;

    public XeroChannel(Outbound outbound, Supplier<XeroSettings> settings, Clock clock, Retry retry) {
        this.call = new JsonCall("Xero", "xero", outbound, retry);
        this.settings = settings;
        this.token = new AccessToken(call, clock);
        this.clock = clock;
    }

    @Override
    public String id() {
        return "xero";
    }

    @Override
    public String name() {
        return "Xero";
    }

    @Override
    public String type() {
        return "accounting";
    }

    @Override
    public String missing() {
        return settings.get().missing();
    }

    @Override
    public List<Store> stores() {
        return List.of(new Store("books", settings.get().base()));
    }

    @Override
    public Map<String, Object> configuration() {
        var tenant = settings.get().tenant();
        return tenant.isEmpty() ? Map.of() : Map.of("tenant_id", tenant);
    }

    @Override
    public List<Entity> entities() {
        return List.of(Entity.PRODUCTS);
    }

    @Override
    public Tested test() throws ChannelFailed {
        long start = System.nanoTime();
        var tenant = tenant();
        long connected = System.nanoTime();
        var answer = get(ORGANISATION, tenant);
        long end = System.nanoTime();
        var rate = answer.header("X-MinLimit-Remaining")
                .filter(text -> text.matches("\\d{1,9}"))
                .map(text -> new RateState(Long.parseLong(text), clock.instant().plusSeconds(60)))
                .orElse(null);
        return new Tested(
                "2.0",
                rate,
                List.of(
                        new Probe(CONNECTIONS, true, (connected - start) / 1_000_000, ""),
                        new Probe(ORGANISATION, true, (end - connected) / 1_000_000, "")));
    }

    @Override
    public void pull(Store store, Entity entity, Span span, Sink sink) throws ChannelFailed {
        sink.check();
        if (entity != Entity.PRODUCTS) {
            throw new ChannelFailed(Reason.NOT_SET_UP, "The books count what shops and warehouses count already");
        }
        sink.listed(listed(get(ITEMS, tenant()).body().path("Items")));
    }

    private static List<Listed> listed(JsonNode items) {
        var listed = new ArrayList<Listed>();
        for (var item : items) listed.add(new Listed(Nodes.text(item.path("Code")), Nodes.text(item.path("Name"))));
        return listed;
    }

    private String tenant() throws ChannelFailed {
        var wanted = settings.get().tenant();
        if (!wanted.isEmpty()) return wanted;
        var connections = get(CONNECTIONS, null).body();
        if (connections.size() == 1) return Nodes.text(connections.get(0).path("tenantId"));
        throw new ChannelFailed(
                Reason.NOT_SET_UP, "Xero has " + connections.size() + " companies; say which by XERO_TENANT_ID");
    }

    private JsonCall.Answer get(String path, @Nullable String tenant) throws ChannelFailed {
        try {
            return call.send(asked(path, tenant));
        } catch (ChannelFailed e) {
            if (e.reason() != Reason.REFUSED) throw e;
            token.forget();
            return call.send(asked(path, tenant));
        }
    }

    private Request asked(String path, @Nullable String tenant) throws ChannelFailed {
        var now = settings.get();
        var form = new FormBody.Builder()
                .add("grant_type", "client_credentials")
                .add("scope", "accounting.settings.read")
                .build();
        var login = Retry.repeatable(new Request.Builder())
                .url(now.identity() + "/connect/token")
                .header(
                        "Authorization",
                        Credentials.basic(now.clientId(), now.clientSecret().value()))
                .post(form)
                .build();
        var request = new Request.Builder()
                .url(now.base() + path)
                .header("Accept", "application/json")
                .header("Authorization", "Bearer " + token.get(now.clientId(), login));
        if (tenant != null) request.header("Xero-Tenant-Id", tenant);
        return request.build();
    }
}
