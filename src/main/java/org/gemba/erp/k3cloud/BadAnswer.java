package org.gemba.erp.k3cloud;

/// The ERP answered something that is no answer; the message continues a sentence that begins with its name.
final class BadAnswer extends RuntimeException {
    BadAnswer(String what) {
        super(what);
    }
}
