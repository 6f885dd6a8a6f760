package gaitd.robot.view;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;

/** Requests of a page's scripts other than files. */
@FunctionalInterface
interface Answers {
    /**
     * Answers one request, already found to be a GET from this machine.
     *
     * @param exchange a request that has had no answer
     * @param path path of the request, as sent
     * @return false when there is no such path; then nothing was sent
     * @throws IOException when the client left
     */
    boolean answer(HttpExchange exchange, String path) throws IOException;

    /**
     * Whether a POST to a path may be done by anybody on this machine, who does not know the token.
     *
     * @param path path of the request, as sent
     * @return true for what does no harm
     */
    default boolean isFree(final String path) {
        return false;
    }

    /**
     * Does what a POST of this server's own page asks for.
     *
     * @param exchange a request that has had no answer
     * @param path path of the request, as sent
     * @return false when there is nothing to do at that path; then nothing was sent
     * @throws IOException when the client left
     */
    default boolean act(final HttpExchange exchange, final String path) throws IOException {
        return false;
    }
}
