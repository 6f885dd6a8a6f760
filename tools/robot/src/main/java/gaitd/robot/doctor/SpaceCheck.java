package gaitd.robot.doctor;

import java.util.OptionalLong;

/** Whether the file systems that are written to have room. */
final class SpaceCheck implements Check {
    private final String name;
    private final String folder;
    private final long plentyMib;
    private final long leastMib;
    private final String fix;

    private SpaceCheck(
            final String name, final String folder, final long plentyMib, final long leastMib, final String fix) {
        this.name = name;
        this.folder = folder;
        this.plentyMib = plentyMib;
        this.leastMib = leastMib;
        this.fix = fix;
    }

    /** Where recordings go. */
    static SpaceCheck disk() {
        return new SpaceCheck(
                "free disk", "var/lib/gaitd", 2048, 256, "sudo apt-get clean && sudo journalctl --vacuum-size=100M");
    }

    /** The shared folder. */
    static SpaceCheck sharedMemory() {
        return new SpaceCheck("shared memory", "dev/shm", 128, 32, "sudo mount -o remount,size=512M /dev/shm");
    }

    @Override
    public Finding look(final Machine machine) {
        final OptionalLong bytes = machine.freeBytes(folder);
        final String should = plentyMib + " MiB or more";
        if (bytes.isEmpty()) {
            return Finding.fail(name, "unknown: /" + folder + " cannot be read", should, "df -h");
        }
        final long mib = bytes.getAsLong() >> 20;
        final String is = mib + " MiB for /" + folder;
        if (mib >= plentyMib) {
            return Finding.ok(name, is);
        }
        return mib >= leastMib ? Finding.warn(name, is, should, fix) : Finding.fail(name, is, should, fix);
    }
}
