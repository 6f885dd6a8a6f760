package gaitd.robot.view;

import gaitd.policies.cpg.Gait;
import gaitd.policies.text.FormatException;
import gaitd.policies.text.JsonFields;
import gaitd.policies.text.JsonReader;
import gaitd.runtime.command.OperatorRequest;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a button of the page asks for.
 *
 * @param request for the robot
 * @param gait to walk with, null to keep it
 */
record PageRequest(OperatorRequest request, Gait gait) {
    private static final Map<String, OperatorRequest> REQUESTS = Map.of(
            "stand", OperatorRequest.STAND,
            "walk", OperatorRequest.WALK,
            "sit", OperatorRequest.SIT,
            "clear", OperatorRequest.CLEAR_FAULT,
            "policy-on", OperatorRequest.POLICY_ON,
            "policy-off", OperatorRequest.POLICY_OFF,
            "policy-next", OperatorRequest.POLICY_NEXT,
            "gait", OperatorRequest.NONE);

    /**
     * Reads a request.
     *
     * @param text JSON with {@code request}, and {@code gait} where that is {@code gait}
     * @return the request
     * @throws FormatException in one line when it is none
     */
    static PageRequest of(final String text) throws FormatException {
        final JsonFields fields = new JsonFields("ask", JsonReader.parse(text));
        final String name = fields.text("request");
        final OperatorRequest request = REQUESTS.get(name);
        if (request == null) {
            throw new FormatException("request: expected one of "
                    + REQUESTS.keySet().stream().sorted().collect(Collectors.joining(", ")));
        }
        return new PageRequest(request, name.equals("gait") ? gait(fields.text("gait")) : null);
    }

    private static Gait gait(final String name) throws FormatException {
        for (final Gait gait : Gait.values()) {
            if (gait.name().toLowerCase(Locale.ROOT).equals(name)) {
                return gait;
            }
        }
        throw new FormatException("gait: expected one of " + names().collect(Collectors.joining(", ")));
    }

    /** Names of the gaits, as the page has them. */
    static Stream<String> names() {
        return Arrays.stream(Gait.values()).map(gait -> gait.name().toLowerCase(Locale.ROOT));
    }
}
