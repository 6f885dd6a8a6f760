package gaitd.robot.mqtt;

import gaitd.policies.text.FormatException;
import gaitd.policies.text.JsonFields;
import gaitd.policies.text.JsonReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import java.util.function.LongSupplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Finds out whether a command from afar is one: signed with the secret, for this robot since its companion started, not taken before, not
 * expired, allowed, and within limits.
 *
 * <p>A message is {@code {"body": TEXT, "hmac": HEX}} with the HMAC-SHA-256 of the text's UTF-8 bytes; the text is a JSON object with
 * {@code id}, {@code serial}, {@code session}, {@code sequence}, {@code expires_ms}, {@code command} and, to walk, {@code vx}, {@code vy},
 * {@code yaw} and {@code seconds}. A stop is taken whatever its sequence and expiry, but for one that the broker had kept.
 */
final class CommandCheck {
    private static final int MESSAGE_MAX = 4096;
    private static final int ID_MAX = 64;
    /** Beyond any robot's; what is too much for this one only its control process knows. */
    private static final double VELOCITY_MAX = 3;

    private static final double SECONDS_MAX = 60;
    static final String ALGORITHM = "HmacSHA256";

    /**
     * What came of a message.
     *
     * @param command the command, null when it was refused
     * @param id its name, null when it is not known
     * @param refusal why, null when it was not
     */
    record Verdict(BrokerCommand command, String id, String refusal) {}

    private final SecretKeySpec key;
    private final String serial;
    private final String session;
    private final Set<BrokerCommand.Kind> allowed;
    private final double ageMaxS;
    private final LongSupplier wallMs;
    private long sequence;

    /**
     * A check that has taken no command.
     *
     * @param plan secret, serial, what is allowed, longest validity
     * @param session what the robot published when its companion started
     * @param wallMs the wall clock, ms since 1970
     */
    CommandCheck(final MqttPlan plan, final String session, final LongSupplier wallMs) {
        key = new SecretKeySpec(plan.commandKey(), ALGORITHM);
        serial = plan.serial();
        allowed = Set.copyOf(plan.allowed());
        ageMaxS = plan.commandAgeMaxS();
        this.session = session;
        this.wallMs = wallMs;
    }

    /**
     * Judges a message.
     *
     * @param message its bytes
     * @param retained whether the broker had kept it
     * @return the command, or why it is none
     */
    Verdict judge(final byte[] message, final boolean retained) {
        String id = null;
        try {
            if (retained) {
                throw new FormatException("it was kept by the broker: expected a message that is not retained");
            }
            final JsonFields body = body(message);
            id = body.text("id");
            if (id.isEmpty() || id.length() > ID_MAX) {
                id = null;
                throw new FormatException("id: expected 1 to " + ID_MAX + " characters");
            }
            return new Verdict(command(id, body), id, null);
        } catch (final FormatException e) {
            return new Verdict(null, id, e.getMessage());
        }
    }

    private JsonFields body(final byte[] message) throws FormatException {
        if (message.length > MESSAGE_MAX) {
            throw new FormatException("it has " + message.length + " bytes: expected " + MESSAGE_MAX + " at most");
        }
        final JsonFields envelope = new JsonFields("command", JsonReader.parse(utf8(message)));
        final String body = envelope.text("body");
        if (!MessageDigest.isEqual(hmac(key, body), bytes(envelope.text("hmac")))) {
            throw new FormatException("hmac: it is not signed with this robot's secret");
        }
        return new JsonFields("body", JsonReader.parse(body));
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

    private static byte[] bytes(final String hex) throws FormatException {
        try {
            return HexFormat.of().parseHex(hex);
        } catch (final IllegalArgumentException e) {
            throw new FormatException("hmac: expected hexadecimal digits");
        }
    }

    /** HMAC of a text, as the sender has to make it. */
    static byte[] hmac(final SecretKeySpec key, final String text) {
        try {
            final Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (final GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private BrokerCommand command(final String id, final JsonFields body) throws FormatException {
        if (!body.text("serial").equals(serial)) {
            throw new FormatException("serial: it is for " + body.text("serial") + ", this is " + serial);
        }
        if (!body.text("session").equals(session)) {
            throw new FormatException("session: expected that of the status, " + session);
        }
        final BrokerCommand.Kind kind = kind(body.text("command"));
        if (kind == BrokerCommand.Kind.STOP) {
            return new BrokerCommand(id, kind, 0, 0, 0, 0);
        }
        if (!allowed.contains(kind)) {
            throw new FormatException("command: " + body.text("command") + " is not in commands.allow");
        }
        final double leftS = (body.number("expires_ms") - wallMs.getAsLong()) / 1e3;
        if (!(leftS >= 0)) {
            throw new FormatException("expires_ms: it expired %.1f s ago by this robot's clock".formatted(-leftS));
        }
        if (!(leftS <= ageMaxS)) {
            throw new FormatException(
                    "expires_ms: it is valid for %.1f s by this robot's clock: expected %.1f at most; is a clock wrong?"
                            .formatted(leftS, ageMaxS));
        }
        final double number = body.number("sequence");
        if (!(number > sequence && number <= Long.MAX_VALUE / 2.0 && number == StrictMath.rint(number))) {
            throw new FormatException("sequence: expected a whole number over " + sequence);
        }
        final boolean walks = kind == BrokerCommand.Kind.WALK;
        final BrokerCommand command = new BrokerCommand(
                id,
                kind,
                walks ? within(body, "vx", -VELOCITY_MAX, VELOCITY_MAX) : 0,
                walks ? within(body, "vy", -VELOCITY_MAX, VELOCITY_MAX) : 0,
                walks ? within(body, "yaw", -VELOCITY_MAX, VELOCITY_MAX) : 0,
                walks ? within(body, "seconds", 0, SECONDS_MAX) : 0);
        sequence = (long) number;
        return command;
    }

    private static BrokerCommand.Kind kind(final String name) throws FormatException {
        for (final BrokerCommand.Kind kind : BrokerCommand.Kind.values()) {
            if (kind.name().toLowerCase(Locale.ROOT).equals(name)) {
                return kind;
            }
        }
        throw new FormatException("command: expected stop, sit, stand or walk");
    }

    private static double within(final JsonFields body, final String name, final double min, final double max)
            throws FormatException {
        final double value = body.number(name);
        if (!(value >= min && value <= max)) {
            throw new FormatException(name + ": expected " + min + " to " + max);
        }
        return value;
    }
}
