package org.gemba.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.gemba.access.Caller;
import org.gemba.platform.error.FieldError;

/// One request as a route's handler sees it. Reading a field that breaks its rule does not throw at once: the faults
/// are collected and {@link #checked()} raises them all together, so that the client learns of every one.
public interface Call {
    /// Who is asking. On a route that is open to everybody without a token this is nobody's caller.
    Caller caller();

    /// The address of the other end, behind trusted proxies only.
    String clientAddress();

    String requestId();

    /// The language that `Accept-Language` prefers: Simplified Chinese or English.
    Locale locale();

    String path(String name);

    /// A path parameter that must match a rule of form.
    String path(String name, String regex, String meaning);

    Optional<String> query(String name);

    /// Every value of a name that may come several times.
    List<String> queries(String name);

    /// A whole number from the query; out of range or not a number is a fault.
    int queryInt(String name, int otherwise, int least, int most);

    boolean queryFlag(String name, boolean otherwise);

    /// The body as a record. A component that is not `@Nullable` is required. A body that is no JSON, or lacks
    /// something, or has a value of the wrong kind, raises {@link AppError.InvalidInput} at once with every such fault.
    <T> T body(Class<T> type);

    /// The body as a record, and which names it had: for changes, where a name that is not there means "leave it" and
    /// `null` means "clear it".
    <T> Sent<T> sent(Class<T> type);

    /// One field of a form-encoded or multipart body.
    Optional<String> form(String name);

    /// Whether the body came form-encoded, on a route that also takes JSON.
    boolean isForm();

    /// The file of a multipart body under this name.
    ///
    /// @throws AppError.InvalidInput when there is none
    Upload file(String name);

    /// All files of a multipart body under this name, in their order.
    List<Upload> files(String name);

    Optional<String> header(String name);

    Optional<String> cookie(String name);

    /// Whether the client's connection to this server is encrypted.
    boolean isSecure();

    /// Whether a page of another site made the browser send this; programs that are no browsers never count.
    boolean isFromForeignPage();

    /// The token that came in the `Authorization` header, good or not.
    Optional<String> token();

    /// Adds a fault that the handler found itself.
    void fault(FieldError error);

    List<FieldError> faults();

    /// Call before the service: raises {@link AppError.InvalidInput} when any fault was collected.
    void checked();
}
