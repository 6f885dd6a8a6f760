package gaitd.runtime.shared;

import gaitd.runtime.command.CommandRing;
import gaitd.runtime.command.StopWord;
import java.nio.file.Path;

/** What the other processes map to be written: commands and counters of a control process that runs or ran. */
public final class SharedClient {
    private SharedClient() {}

    /**
     * The way to command a control process.
     *
     * @param folder the shared folder
     * @return its ring
     * @throws SharedException when there is none, or its header or size is wrong
     */
    public static CommandRing commands(final Path folder) {
        return new CommandRing(open(folder, SharedKind.COMMANDS).memory(), stopWord(folder));
    }

    /**
     * The way to stop the robot of a control process, and nothing else.
     *
     * @param folder the shared folder
     * @return its word
     * @throws SharedException when there is none, or its header or size is wrong
     */
    public static StopWord stopWord(final Path folder) {
        return new StopWord(open(folder, SharedKind.STOP).memory());
    }

    /**
     * The counters of a control process's folder.
     *
     * @param folder the shared folder
     * @return its counters
     * @throws SharedException when there are none, or their header or size is wrong
     */
    public static Counters counters(final Path folder) {
        return new Counters(open(folder, SharedKind.COUNTERS).memory());
    }

    /** A file of a control process, mapped to be written. */
    static SharedFile open(final Path folder, final SharedKind kind) {
        final SharedFile file = SharedFile.open(folder, kind, true);
        if (file == null) {
            throw new SharedException(
                    "there is no control process on " + folder + ": it has no file named "
                            + kind.fileName + "; start one with 'gaitd control --shared " + folder
                            + "', or name the folder of the one that runs. If one runs that had this folder, somebody removed its files (systemd"
                            + " does at logout, RemoveIPC=yes): it still holds its robot; end it first, or stop it with 'gaitd stop'");
        }
        return file;
    }
}
