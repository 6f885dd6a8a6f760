package gaitd.robot.publication;

import gaitd.policies.text.FormatException;
import java.io.IOException;
import java.nio.file.Path;
import java.security.PublicKey;

/**
 * Where published policies come from, and who has to have signed them.
 *
 * @param folder that the companion keeps them in
 * @param key of whoever publishes
 */
public record PublicationSource(Path folder, PublicKey key) {
    /**
     * The newest statement, checked.
     *
     * @return null when there is none that the key has signed
     * @throws IOException when it cannot be read
     */
    public Publication newest() throws IOException {
        final byte[] message = new PublicationFolder(folder).statement();
        try {
            return message == null ? null : SignedPublication.open(message, key);
        } catch (final FormatException e) {
            return null;
        }
    }
}
