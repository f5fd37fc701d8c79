package org.gemba.erp.k3cloud;

/// The ERP answers and does not let this program in.
final class LoginRefused extends RuntimeException {
    LoginRefused(String words) {
        super(words.isBlank() ? "no reason given" : words);
    }
}
