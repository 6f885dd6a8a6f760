package gaitd.robot.process;

import gaitd.runtime.shared.SharedFollower;
import java.io.PrintWriter;
import java.nio.file.Path;
import org.agrona.concurrent.Agent;

/** Prints which control process is followed. */
public final class AttachmentMessages implements Agent {
    private final SharedFollower follower;
    private final Path folder;
    private final PrintWriter out;
    private long told = -1;

    /**
     * Has printed nothing.
     *
     * @param follower of a control process
     * @param folder the shared folder, for the text
     * @param out takes the lines
     */
    public AttachmentMessages(final SharedFollower follower, final Path folder, final PrintWriter out) {
        this.follower = follower;
        this.folder = folder;
        this.out = out;
    }

    @Override
    public int doWork() {
        if (follower.attachments() != told) {
            told = follower.attachments();
            out.println(
                    told == 0
                            ? "no control process on " + folder + " yet; waiting for one"
                            : "follows control process " + follower.ownerPid() + " on " + folder);
            out.flush();
        }
        return 0;
    }

    @Override
    public String roleName() {
        return "messages";
    }
}
