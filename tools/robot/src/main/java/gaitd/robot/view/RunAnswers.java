package gaitd.robot.view;

import com.sun.net.httpserver.HttpExchange;
import gaitd.policies.text.FormatException;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Answers for the page of a robot or a recording: the model, the ground, the event stream; and what its buttons do. */
final class RunAnswers implements Answers {
    private static final Pattern GROUND_QUERY =
            Pattern.compile("x=(-?\\d{1,6}(?:\\.\\d{1,9})?)&y=(-?\\d{1,6}(?:\\.\\d{1,9})?)");

    private final PageSource source;
    private final PageAccess access;
    private final EventStreams streams;

    /**
     * Answers of a run, a companion or a recording.
     *
     * @param source of data and what the buttons do
     * @param access who may do what
     * @param streams the event streams
     */
    RunAnswers(final PageSource source, final PageAccess access, final EventStreams streams) {
        this.source = source;
        this.access = access;
        this.streams = streams;
    }

    @Override
    public boolean answer(final HttpExchange exchange, final String path) throws IOException {
        switch (path) {
            case "/events" -> streams.serve(exchange);
            case "/model" -> RequestHandler.send(exchange, 200, RequestHandler.JSON, ModelJson.text());
            case "/facts" ->
                RequestHandler.send(
                        exchange,
                        200,
                        RequestHandler.JSON,
                        FactsJson.text(source, access.knows(exchange.getRequestHeaders())));
            case "/ground" -> sendGround(exchange);
            default -> {
                return false;
            }
        }
        return true;
    }

    /** Who stops a robot, or leafs through a recording, commands nobody. */
    @Override
    public boolean isFree(final String path) {
        return path.equals("/stop") || path.equals("/timeline");
    }

    @Override
    public boolean act(final HttpExchange exchange, final String path) throws IOException {
        final boolean known = switch (path) {
            case "/stop" -> source.stop() != null;
            case "/drive", "/ask" -> source.helm() != null;
            case "/timeline" -> source.timeline() != null;
            default -> false;
        };
        if (known && path.equals("/stop")) {
            tell(exchange, source.stop().press(), 503);
        } else if (known) {
            follow(exchange, path);
        }
        return known;
    }

    private void follow(final HttpExchange exchange, final String path) throws IOException {
        final String body = RequestHandler.body(exchange);
        try {
            if (body == null) {
                throw new FormatException("the request is too long");
            }
            switch (path) {
                case "/drive" -> tell(exchange, source.helm().drive(DriveMessage.of(body)), 409);
                case "/ask" -> tell(exchange, source.helm().ask(PageRequest.of(body)), 409);
                default -> {
                    source.timeline().move(body);
                    tell(exchange, null, 200);
                }
            }
        } catch (final FormatException e) {
            tell(exchange, e.getMessage(), 400);
        }
    }

    private static void tell(final HttpExchange exchange, final String problem, final int status) throws IOException {
        RequestHandler.send(
                exchange,
                problem == null ? 200 : status,
                RequestHandler.TEXT,
                (problem == null ? "done" : problem) + "\n");
    }

    private void sendGround(final HttpExchange exchange) throws IOException {
        final String query = exchange.getRequestURI().getRawQuery();
        final Matcher around = GROUND_QUERY.matcher(query == null ? "" : query);
        if (!around.matches()) {
            tell(exchange, "expected /ground?x=METRES&y=METRES, each below a million", 400);
            return;
        }
        RequestHandler.send(
                exchange,
                200,
                RequestHandler.JSON,
                GroundJson.text(
                        source.ground(), Double.parseDouble(around.group(1)), Double.parseDouble(around.group(2))));
    }
}
