package org.gemba.kpi;

/// In how many ways one unit of a part can be defective.
public record PartOpportunities(String clientId, String partNumber, int opportunitiesPerUnit) {}
