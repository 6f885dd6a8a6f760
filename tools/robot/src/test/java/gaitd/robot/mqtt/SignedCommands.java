package gaitd.robot.mqtt;

import gaitd.policies.text.JsonWriter;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.spec.SecretKeySpec;

/** Commands as whoever has the secret signs them. */
public final class SignedCommands {
    private SignedCommands() {}

    public static byte[] message(final Map<String, Object> body, final byte[] secret) {
        final String text = JsonWriter.line(body);
        final String hmac = HexFormat.of().formatHex(CommandCheck.hmac(new SecretKeySpec(secret, "HmacSHA256"), text));
        return JsonWriter.line(Map.of("body", text, "hmac", hmac)).getBytes(StandardCharsets.UTF_8);
    }
}
