package gaitd.robot.view;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Answers for the page of a run: the model, the ground, the event stream; and the stop button. */
final class RunAnswers implements Answers {
    private static final Pattern GROUND_QUERY =
            Pattern.compile("x=(-?\\d{1,6}(?:\\.\\d{1,9})?)&y=(-?\\d{1,6}(?:\\.\\d{1,9})?)");

    private final GroundPatch ground;
    private final EventStreams streams;
    private final StopButton stop;

    /**
     * Answers of a run.
     *
     * @param ground the ground
     * @param streams the event streams
     * @param stop what the stop button does
     */
    RunAnswers(final GroundPatch ground, final EventStreams streams, final StopButton stop) {
        this.stop = stop;
        this.ground = ground;
        this.streams = streams;
    }

    @Override
    public boolean answer(final HttpExchange exchange, final String path) throws IOException {
        switch (path) {
            case "/events" -> streams.serve(exchange);
            case "/model" -> RequestHandler.send(exchange, 200, RequestHandler.JSON, ModelJson.text());
            case "/ground" -> sendGround(exchange);
            default -> {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean act(final HttpExchange exchange, final String path) throws IOException {
        if (!path.equals("/stop")) {
            return false;
        }
        final String problem = stop.press();
        if (problem == null) {
            RequestHandler.send(exchange, 200, RequestHandler.TEXT, "stopped\n");
        } else {
            refuse(exchange, 503, problem + "\n");
        }
        return true;
    }

    private void sendGround(final HttpExchange exchange) throws IOException {
        final String query = exchange.getRequestURI().getRawQuery();
        final Matcher around = GROUND_QUERY.matcher(query == null ? "" : query);
        if (!around.matches()) {
            refuse(exchange, 400, "expected /ground?x=METRES&y=METRES, each below a million\n");
            return;
        }
        RequestHandler.send(
                exchange,
                200,
                RequestHandler.JSON,
                GroundJson.text(ground, Double.parseDouble(around.group(1)), Double.parseDouble(around.group(2))));
    }

    private static void refuse(final HttpExchange exchange, final int status, final String why) throws IOException {
        RequestHandler.send(exchange, status, RequestHandler.TEXT, why.getBytes(StandardCharsets.UTF_8));
    }
}
