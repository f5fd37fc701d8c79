package org.gemba.erp;

/// A customer of the ERP.
///
/// @param inviteCode the 微信邀请码 that binds a WeChat login to it; empty for none
public record Customer(String number, String name, String inviteCode) {}
