package org.gemba.mto;

import java.util.List;

/// Everything that the documents of one MTO come to. The same documents give the same content, wherever they came from.
public record MtoContent(String mtoNumber, MtoParent parent, List<MtoLine> lines, RelatedOrders related) {
    public MtoContent {
        lines = List.copyOf(lines);
    }
}
