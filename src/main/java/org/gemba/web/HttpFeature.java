package org.gemba.web;

import java.util.List;

/// A feature that answers over HTTP.
public interface HttpFeature {
    List<Route> routes();

    default List<SocketRoute> sockets() {
        return List.of();
    }
}
