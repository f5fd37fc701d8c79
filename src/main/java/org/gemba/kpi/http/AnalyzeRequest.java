package org.gemba.kpi.http;

import java.time.LocalDate;
import java.util.List;

/// The body of `POST /api/v1/inference/analyze`.
record AnalyzeRequest(String clientId, LocalDate dateFrom, LocalDate dateTo, List<String> fieldsToCheck) {}
