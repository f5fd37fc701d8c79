package org.gemba.mto;

/// One material, in one variant, of an MTO.
///
/// @param auxId the auxiliary attribute (colour, size) that tells variants apart, 0 for none
/// @param auxText its text; empty when there is none
/// @param bomShortName only finished goods have one
/// @param salesOrdered what customers ordered
/// @param toProduce what production orders are for; of a made item without one, what component lists ask for
/// @param purchaseOrdered of a bought item the purchase orders, of a subcontracted one the subcontract orders; where
///     neither exists, what component lists ask for
/// @param picked what was issued from stock
/// @param produced production receipts
/// @param purchaseReceived purchase receipts, of a subcontracted item subcontract receipts
/// @param bomNeeded what component lists ask for
/// @param subcontractOrdered subcontract orders, whatever leads
/// @param subcontractReceived subcontract receipts, whatever leads
public record MtoLine(
        String materialCode,
        String materialName,
        String specification,
        String materialGroup,
        long auxId,
        String auxText,
        String bomShortName,
        MaterialType type,
        Quantity salesOrdered,
        Quantity toProduce,
        Quantity purchaseOrdered,
        Quantity picked,
        Quantity produced,
        Quantity purchaseReceived,
        Quantity bomNeeded,
        Quantity subcontractOrdered,
        Quantity subcontractReceived,
        Fulfilment fulfilment) {}
