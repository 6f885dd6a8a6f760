package gaitd.robot.view;

import com.sun.net.httpserver.Headers;
import java.net.InetAddress;

/**
 * Who may do what with a page: on this machine everybody may look and stop, and who has the token may command; from elsewhere nothing is
 * answered without the token but the page's files.
 *
 * @param address that the server listens at
 * @param token null where nobody may command
 */
public record PageAccess(InetAddress address, PageToken token) {
    /** Header that carries the token, after {@value #BEARER}. */
    static final String HEADER = "Authorization";

    private static final String BEARER = "Bearer ";

    /** This machine only, nobody commands. */
    public static final PageAccess LOOKING = new PageAccess(InetAddress.ofLiteral("127.0.0.1"), null);

    /**
     * Whether other machines reach the page.
     *
     * @return true but for an address of the loopback
     */
    boolean elsewhere() {
        return !address.isLoopbackAddress();
    }

    /** Whether a request carries the token. */
    boolean knows(final Headers request) {
        final String said = request.getFirst(HEADER);
        return token != null && said != null && said.startsWith(BEARER) && token.is(said.substring(BEARER.length()));
    }
}
