package gaitd.runtime.shared;

import gaitd.runtime.adapt.PolicySlot;
import gaitd.runtime.command.CommandRing;
import gaitd.runtime.command.StopWord;
import gaitd.runtime.frame.ExperienceFrame;
import gaitd.runtime.frame.ExperienceRing;
import gaitd.runtime.frame.TickFrame;
import gaitd.runtime.frame.TickRing;

/** The files of a shared folder. */
public enum SharedKind {
    /** Tick frames, written by the control process only. */
    FRAMES("frames", TickRing.MEMORY_BYTES, "rw-r-----"),
    /** Operator commands, written by operators and the control process. */
    COMMANDS("operators/commands", CommandRing.MEMORY_BYTES, "rw-rw----"),
    /** Counters, each written by one process. */
    COUNTERS("counters", Counters.MEMORY_BYTES, "rw-rw----"),
    /** The newest weights of the adapting policy, written by the learner. */
    POLICY("policy", PolicySlot.MEMORY_BYTES, "rw-rw----"),
    /** The word that stops the robot, written by anybody who may command it. */
    STOP("stop", StopWord.MEMORY_BYTES, "rw-rw----"),
    /** Experience of an adapting policy, written by the control process only. */
    EXPERIENCE("experience", ExperienceRing.MEMORY_BYTES, "rw-r-----", ExperienceFrame.VERSION, ExperienceFrame.SIZE);

    /** Folder in the shared folder that processes which only read need not reach. */
    static final String OPERATORS = "operators";

    /** Name of the file, within the shared folder. */
    public final String fileName;

    final int memoryBytes;
    final String permissions;
    final long frameVersion;
    final int frameBytes;

    SharedKind(final String fileName, final int memoryBytes, final String permissions) {
        this(fileName, memoryBytes, permissions, TickFrame.VERSION, TickFrame.SIZE);
    }

    SharedKind(
            final String fileName,
            final int memoryBytes,
            final String permissions,
            final long frameVersion,
            final int frameBytes) {
        this.fileName = fileName;
        this.memoryBytes = memoryBytes;
        this.permissions = permissions;
        this.frameVersion = frameVersion;
        this.frameBytes = frameBytes;
    }

    /**
     * Size of the file.
     *
     * @return header and memory, bytes
     */
    public int fileBytes() {
        return SharedHeader.BYTES + memoryBytes;
    }
}
