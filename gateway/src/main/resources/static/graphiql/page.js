const socket = location.origin.replace(/^http/, "ws") + "/graphql";
const question = `# What would break? The whole schema is behind the book on the left.
query WhatBreaks {
  impact(ref: "resource:default/charts-db") {
    total
    complete
    byDepth { depth count }
    byOwner { key count }
    entities(first: 10) {
      nodes { ref depth path }
    }
  }
}
`;

ReactDOM.createRoot(document.getElementById("graphiql")).render(
  React.createElement(GraphiQL, {
    fetcher: GraphiQL.createFetcher({ url: "/graphql", subscriptionUrl: socket }),
    defaultQuery: question,
  }),
);
