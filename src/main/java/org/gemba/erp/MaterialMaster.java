package org.gemba.erp;

/// The master record of a material.
///
/// @param category the category's name, for example 主料 or 外销包材; empty when unknown
/// @param purchased whether it is bought by default
/// @param erpClass the ERP's class digit: 1 bought, 2 made, 3 subcontract, 4 phantom, 9 finished; empty when unknown
public record MaterialMaster(
        String code,
        String name,
        String specification,
        String group,
        String category,
        boolean purchased,
        String erpClass) {}
