window.addEventListener("load", function () {
  window.ui = SwaggerUIBundle({
    url: "/openapi.json",
    dom_id: "#ui",
    docExpansion: "none",
    validatorUrl: null,
    persistAuthorization: false
  });
});
