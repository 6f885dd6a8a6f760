package gaitd.robot.view;

import gaitd.runtime.config.ConfigException;
import java.io.Console;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options of commands that serve a page: where it listens, and what a page has to know to command the robot. */
public final class PageOptions {
    private static final String LOOPBACK = "127.0.0.1";

    @Option(
            names = "--page-bind",
            paramLabel = "ADDRESS",
            defaultValue = LOOPBACK,
            description =
                    "IP address at which the live page listens (default ${DEFAULT-VALUE}: this machine only); elsewhere nothing is shown"
                            + " or done without the token, and nothing is encrypted")
    private String bind;

    @Option(
            names = "--page-token",
            paramLabel = "FILE",
            description =
                    "file with the token by which the live page commands, made if need be, yours alone; without it one is drawn and shown"
                            + " in the terminal; where there is no terminal the page commands nothing")
    private Path tokenFile;

    /** Made by picocli. */
    public PageOptions() {}

    /**
     * Whether something was asked for that only a page has.
     *
     * @return the option's name, null for none
     */
    public String given() {
        return tokenFile != null ? "--page-token" : bind.equals(LOOPBACK) ? null : "--page-bind";
    }

    /**
     * Who may do what.
     *
     * @param commands whether the page is to command a robot
     * @return the access
     * @throws ConfigException in one line when the page would be open to other machines without a token, or the address is none
     */
    public PageAccess access(final boolean commands) {
        final InetAddress address = address();
        final boolean elsewhere = !address.isLoopbackAddress();
        final PageToken token = tokenFile != null
                ? PageToken.of(tokenFile)
                : (commands || elsewhere) && isTerminal() ? PageToken.drawn() : null;
        if (elsewhere && token == null) {
            throw new ConfigException(
                    "--page-bind " + bind
                            + ": other machines reach the page there, and there is no terminal to show a token in; give one with --page-token FILE");
        }
        return new PageAccess(address, token);
    }

    private InetAddress address() {
        try {
            return InetAddress.ofLiteral(bind);
        } catch (final IllegalArgumentException e) {
            throw new ConfigException(
                    "--page-bind " + bind + " is no IP address; expected one such as 127.0.0.1 or 0.0.0.0");
        }
    }

    /** Output that goes to a file or a journal is kept, and a token is not to be kept there. */
    private static boolean isTerminal() {
        return Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
    }

    /**
     * Tells where the page is, and, this once, the token that was drawn for it.
     *
     * @param out the terminal, or where plain lines go
     * @param access as {@link #access} gave it
     * @param page its address
     * @param commands whether it commands a robot
     */
    public void tell(final PrintWriter out, final PageAccess access, final URI page, final boolean commands) {
        out.println("see it at " + page);
        if (access.elsewhere()) {
            out.println(
                    "WARNING: other machines reach the page, and what they send is not encrypted: only in a network that you trust");
        }
        if (access.token() != null) {
            out.println((commands ? "command from it: " : "its token: ") + page + "#"
                    + (tokenFile == null ? access.token().secret() : "TOKEN, with the token of " + tokenFile));
        }
        out.flush();
    }
}
