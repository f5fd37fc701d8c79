package org.gemba.mto;

import java.util.List;

/// The most asked for, most first.
public record HotMtos(List<String> mtoNumbers, int uniqueMtos, long totalQueries) {}
