package org.gemba.demo.wechat;

import java.util.Map;

/// A subscribe message that was delivered.
public record SentMessage(String openid, String templateId, String page, Map<String, String> fields) {}
