package org.gemba.planning.shopify;

/// The questions in GraphQL.
final class ShopifyQueries {
    static final String SHOP = "{ shop { name myshopifyDomain } }";

    static final String VARIANTS = """
            query Variants($first: Int!, $after: String) {
              productVariants(first: $first, after: $after) {
                nodes { sku displayName }
                pageInfo { hasNextPage endCursor }
              }
            }""";

    static final String LEVELS = """
            query Levels($first: Int!, $after: String) {
              inventoryItems(first: $first, after: $after) {
                nodes {
                  sku
                  inventoryLevels(first: 20) {
                    nodes { location { name } quantities(names: ["available", "committed"]) { name quantity } }
                  }
                }
                pageInfo { hasNextPage endCursor }
              }
            }""";

    static final String ORDERS = """
            query Orders($first: Int!, $after: String, $filter: String) {
              orders(first: $first, after: $after, query: $filter, sortKey: UPDATED_AT) {
                nodes {
                  id createdAt updatedAt cancelledAt test
                  lineItems(first: 100) {
                    nodes { id sku quantity currentQuantity discountedTotalSet { shopMoney { amount } } }
                  }
                }
                pageInfo { hasNextPage endCursor }
              }
            }""";

    private ShopifyQueries() {}
}
