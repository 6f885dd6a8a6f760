package gaitd.robot.companion;

import gaitd.runtime.command.Operator;
import gaitd.runtime.shared.SharedClient;
import gaitd.runtime.shared.SharedException;
import gaitd.runtime.shared.SharedFollower;
import java.nio.file.Path;
import java.util.function.Supplier;

/** The operator of the page: one for each control process that is followed, after the other. Used by one thread. */
final class FollowedOperator implements Supplier<Operator> {
    private final Path folder;
    private final SharedFollower followed;
    private Operator operator;
    private long attachments;

    /**
     * Before the first command.
     *
     * @param folder the shared folder
     * @param followed what tells of a new control process, polled by the same thread
     */
    FollowedOperator(final Path folder, final SharedFollower followed) {
        this.folder = folder;
        this.followed = followed;
    }

    /**
     * The operator of the present control process.
     *
     * @throws SharedException when there is none, or this process may not command it
     */
    @Override
    public Operator get() {
        if (operator == null || attachments != followed.attachments()) {
            attachments = followed.attachments();
            operator = new Operator(
                    SharedClient.commands(folder),
                    ProcessHandle.current().pid() << 32 ^ System.nanoTime(),
                    System::nanoTime);
        }
        return operator;
    }
}
