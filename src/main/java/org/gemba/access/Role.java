package org.gemba.access;

/// What a person is in the factory. {@link RolePermissions} says what each may do.
public enum Role {
    VIEWER,
    OPERATOR_DATAENTRY,
    LEADER_DATACONFIG,
    POWERUSER,
    ADMIN,
    /// Somebody who knows the shared MTO password and is nobody else; never a row in the user table.
    MTO_SHARED,
    /// A customer who came through WeChat; never a row in the user table.
    CUSTOMER
}
