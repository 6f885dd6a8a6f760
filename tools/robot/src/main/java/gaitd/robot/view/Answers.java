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
