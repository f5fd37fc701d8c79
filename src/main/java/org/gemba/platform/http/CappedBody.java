package org.gemba.platform.http;

import java.io.IOException;
import okhttp3.MediaType;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.BufferedSource;
import okio.ForwardingSource;
import okio.Okio;
import org.jspecify.annotations.Nullable;

/// A body that fails when it turns out longer than accepted, whatever its `Content-Length` said.
final class CappedBody extends ResponseBody {
    private final ResponseBody body;
    private final BufferedSource source;

    private CappedBody(ResponseBody body, String target, long maxBytes) {
        this.body = body;
        this.source = Okio.buffer(new Counting(body, target, maxBytes));
    }

    static Response cap(Response response, Target target) throws IOException {
        var body = response.body();
        if (body.contentLength() > target.maxAnswerBytes()) {
            response.close();
            throw new AnswerTooLarge(target.name(), target.maxAnswerBytes());
        }
        return response.newBuilder()
                .body(new CappedBody(body, target.name(), target.maxAnswerBytes()))
                .build();
    }

    @Override
    public @Nullable MediaType contentType() {
        return body.contentType();
    }

    @Override
    public long contentLength() {
        return body.contentLength();
    }

    @Override
    public BufferedSource source() {
        return source;
    }

    private static final class Counting extends ForwardingSource {
        private final String target;
        private final long maxBytes;
        private long seen;

        Counting(ResponseBody body, String target, long maxBytes) {
            super(body.source());
            this.target = target;
            this.maxBytes = maxBytes;
        }

        @Override
        public long read(Buffer sink, long count) throws IOException {
            long read = super.read(sink, count);
            if (read > 0) seen += read;
            if (seen > maxBytes) throw new AnswerTooLarge(target, maxBytes);
            return read;
        }
    }
}
