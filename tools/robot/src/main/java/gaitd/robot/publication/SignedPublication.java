package gaitd.robot.publication;

import gaitd.policies.text.FormatException;
import gaitd.policies.text.JsonFields;
import gaitd.policies.text.JsonReader;
import gaitd.policies.text.JsonWriter;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A publication with its signature: {@code {"body": TEXT, "signature": HEX}}, where the signature is Ed25519 (RFC 8032) over the line
 * {@code gaitd publication 1} and the text's UTF-8 bytes.
 */
public final class SignedPublication {
    /** Most bytes of a message. */
    public static final int MESSAGE_MAX = 1 << 20;

    private static final String ALGORITHM = "Ed25519";
    private static final String CONTEXT = "gaitd publication 1\n";

    private SignedPublication() {}

    /**
     * Signs.
     *
     * @param publication what is said
     * @param key of whoever publishes
     * @return the message
     */
    public static byte[] seal(final Publication publication, final PrivateKey key) {
        final String body = publication.text();
        try {
            final Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(key);
            signature.update((CONTEXT + body).getBytes(StandardCharsets.UTF_8));
            final Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("body", body);
            fields.put("signature", HexFormat.of().formatHex(signature.sign()));
            return JsonWriter.line(fields).getBytes(StandardCharsets.UTF_8);
        } catch (final GeneralSecurityException e) {
            throw new IllegalArgumentException("cannot sign with this key", e);
        }
    }

    /**
     * Checks a message.
     *
     * @param message its bytes
     * @param key who has to have signed it
     * @return what it says
     * @throws FormatException in one line when it is not signed by that key, or damaged
     */
    public static Publication open(final byte[] message, final PublicKey key) throws FormatException {
        if (message.length > MESSAGE_MAX) {
            throw new FormatException("it has " + message.length + " bytes: expected " + MESSAGE_MAX + " at most");
        }
        final JsonFields envelope = new JsonFields("publication", JsonReader.parse(utf8(message)));
        final String body = envelope.text("body");
        if (!isSigned(body, envelope.text("signature"), key)) {
            throw new FormatException("signature: it is not signed with the fleet's key");
        }
        return Publication.read(body);
    }

    private static boolean isSigned(final String body, final String hex, final PublicKey key) {
        try {
            final Signature signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(key);
            signature.update((CONTEXT + body).getBytes(StandardCharsets.UTF_8));
            return signature.verify(HexFormat.of().parseHex(hex));
        } catch (final GeneralSecurityException | IllegalArgumentException e) {
            // As of another length, or no hexadecimal digits.
            return false;
        }
    }

    private static String utf8(final byte[] message) throws FormatException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(message))
                    .toString();
        } catch (final CharacterCodingException e) {
            throw new FormatException("it is not a text in UTF-8");
        }
    }
}
