package org.gemba.mto;

import java.util.List;

/// What is out of order over all cached documents, the gravest first.
///
/// @param samplesLeftOut how many findings belong to sample orders and are not listed
/// @param unclear how many picking rows had no quantity and could not be judged
public record MtoAlerts(List<MtoAlert> alerts, int samplesLeftOut, int unclear) {}
