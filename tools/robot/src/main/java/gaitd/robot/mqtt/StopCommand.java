package gaitd.robot.mqtt;

import gaitd.policies.text.JsonWriter;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.spec.SecretKeySpec;

/** The command that stops a robot from afar, signed with its secret. */
public final class StopCommand {
    private StopCommand() {}

    /**
     * Where commands to a robot go.
     *
     * @param serial the robot's
     * @return the topic
     */
    public static String topic(final String serial) {
        return new MqttTopics(serial).command();
    }

    /**
     * Makes one.
     *
     * @param id its name in the answer
     * @param serial the robot's
     * @param session of its companion, as its status says
     * @param secret that its commands are signed with
     * @return the message
     */
    public static byte[] message(final String id, final String serial, final String session, final byte[] secret) {
        final Map<String, Object> body = new LinkedHashMap<>();
        body.put("id", id);
        body.put("serial", serial);
        body.put("session", session);
        body.put("sequence", 1);
        body.put("command", "stop");
        final String text = JsonWriter.line(body);
        final Map<String, Object> envelope = new LinkedHashMap<>();
        envelope.put("body", text);
        envelope.put(
                "hmac",
                HexFormat.of().formatHex(CommandCheck.hmac(new SecretKeySpec(secret, CommandCheck.ALGORITHM), text)));
        return JsonWriter.line(envelope).getBytes(StandardCharsets.UTF_8);
    }
}
