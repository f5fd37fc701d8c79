package org.gemba.demo.wechat;

import java.util.List;

/// A template that the mini program has chosen.
public record WechatTemplate(String id, List<String> fields) {}
