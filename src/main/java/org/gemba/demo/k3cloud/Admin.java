package org.gemba.demo.k3cloud;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Commands over HTTP for people who play with the demo: `GET /admin/faults` lists the faults that are set and the
/// kinds
/// there are, `POST` sets one `{"kind","form"?,"from_call"?,"times"?,"delay_seconds"?}`, `DELETE` clears them;
/// `GET /admin/calls` tells the calls; `DELETE /admin/sessions` ends every session.
final class Admin {
    private final JsonMapper json = JsonMapper.builder().build();
    private final K3CloudService service;

    Admin(K3CloudService service) {
        this.service = service;
    }

    void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var what =
                    exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
            switch (what) {
                case "GET /admin/faults" -> faults(exchange);
                case "POST /admin/faults" -> set(exchange);
                case "DELETE /admin/faults" -> {
                    service.faults().clear();
                    faults(exchange);
                }
                case "GET /admin/calls" -> send(exchange, 200, service.calls().list());
                case "DELETE /admin/sessions" -> {
                    service.sessions().closeAll();
                    send(exchange, 200, Map.of("sessions", 0));
                }
                default -> send(exchange, 404, Map.of("error", "no such command"));
            }
        }
    }

    private void faults(HttpExchange exchange) throws IOException {
        send(exchange, 200, Map.of("set", service.faults().list(), "kinds", Fault.Kind.values()));
    }

    private void set(HttpExchange exchange) throws IOException {
        try {
            var body = json.readTree(exchange.getRequestBody().readAllBytes());
            service.faults()
                    .set(new Fault(
                            Fault.Kind.valueOf(body.path("kind").asString("").toUpperCase(Locale.ROOT)),
                            body.path("form").asString(""),
                            body.path("from_call").asInt(1),
                            body.path("times").asInt(0),
                            Duration.ofMillis((long) (body.path("delay_seconds").asDouble(0) * 1000))));
            faults(exchange);
        } catch (JacksonException | IllegalArgumentException e) {
            send(exchange, 400, Map.of("error", "kind is one of " + Arrays.toString(Fault.Kind.values())));
        }
    }

    private void send(HttpExchange exchange, int status, Object body) throws IOException {
        K3CloudService.send(exchange, status, "application/json; charset=utf-8", json.writeValueAsString(body));
    }
}
