package org.gemba.fx;

import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Small texts that the desktop keeps for the user who is logged in. Reads answer from memory and never block; writes
/// reach the disk behind the scenes.
public interface UserMemory {
    Optional<String> get(String key);

    void put(String key, String text);

    void remove(String key);

    /// One that forgets when the program ends.
    static UserMemory transientMemory() {
        var texts = new ConcurrentHashMap<String, String>();
        return new UserMemory() {
            @Override
            public Optional<String> get(String key) {
                return Optional.ofNullable(texts.get(key));
            }

            @Override
            public void put(String key, String text) {
                texts.put(key, text);
            }

            @Override
            public void remove(String key) {
                texts.remove(key);
            }
        };
    }
}
