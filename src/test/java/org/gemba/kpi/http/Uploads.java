package org.gemba.kpi.http;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.gemba.web.TestServer;
import org.gemba.web.TestServer.Got;

/// Sends a file as a browser does.
public final class Uploads {
    private Uploads() {}

    public static Got csv(TestServer server, String path, String token, String csv) {
        return send(server, path, token, csv.getBytes(StandardCharsets.UTF_8));
    }

    static Got send(TestServer server, String path, String token, byte[] content) {
        var head = "--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"shift.csv\"\r\n"
                + "Content-Type: text/csv\r\n\r\n";
        var parts = List.of(
                head.getBytes(StandardCharsets.UTF_8), content, "\r\n--edge--\r\n".getBytes(StandardCharsets.UTF_8));
        return server.send(server.request(path, token)
                .header("Content-Type", "multipart/form-data; boundary=edge")
                .POST(BodyPublishers.ofByteArrays(parts)));
    }
}
