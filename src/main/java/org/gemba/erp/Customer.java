package org.gemba.erp;

/// A customer of the ERP.
///
/// @param id the ERP's internal id; empty when its form does not say
/// @param number the number that documents name
/// @param inviteCode the 微信邀请码 that binds a WeChat login to it; empty for none
/// @param active false when the ERP has forbidden it
public record Customer(String id, String number, String name, String inviteCode, boolean active) {}
