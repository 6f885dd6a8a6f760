package gaitd.runtime.shared;

import gaitd.runtime.rt.Syscalls;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Set;

/**
 * Whether only those who may command the robot can put commands into a folder that was there already.
 *
 * <p>Somebody else may have made it beforehand, in a place where everybody may make folders: as a link to a folder of theirs, as their own,
 * or with an access list that lets them in.
 */
final class FolderTrust {
    /** Users who may have made it, beside the one of this process: the administrator and the user of the package. */
    private static final Set<String> TRUSTED = Set.of("root", "gaitd");

    private static final List<String> ACCESS_LISTS = List.of("system.posix_acl_access", "system.posix_acl_default");
    private static final int STICKY = 01000;

    private FolderTrust() {}

    /**
     * Refuses a folder that others can write to.
     *
     * @param folder a folder that is there
     * @throws SharedException in one line when it is none, or not to be trusted
     * @throws IOException when it cannot be looked at
     */
    static void require(final Path folder) throws IOException {
        if (Files.isSymbolicLink(folder)) {
            throw refusal(
                    folder,
                    "is a symbolic link, which whoever made it can point elsewhere; remove it (rm " + folder + ")");
        }
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            throw refusal(folder, "is not a folder; remove it");
        }
        final String owner = Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS).getName();
        if (!TRUSTED.contains(owner) && !owner.equals(ownName())) {
            throw refusal(
                    folder,
                    "belongs to the user " + owner + ", who could then command the robot; let that user remove it");
        }
        if (Files.getPosixFilePermissions(folder).contains(PosixFilePermission.OTHERS_WRITE)) {
            throw refusal(
                    folder, "can be written by every user, who could then command the robot; chmod o-w " + folder);
        }
        for (final String list : ACCESS_LISTS) {
            if (Syscalls.ofThisMachine().attributeBytes(folder.toString(), list) > 0) {
                throw refusal(
                        folder,
                        "has an access list that may let others in (getfacl " + folder + "); setfacl -b -k " + folder);
            }
        }
        final Path parent = folder.toRealPath().getParent();
        if (parent != null
                && Files.getPosixFilePermissions(parent).contains(PosixFilePermission.OTHERS_WRITE)
                && ((int) Files.getAttribute(parent, "unix:mode") & STICKY) == 0) {
            throw refusal(
                    folder, "is in " + parent + ", where every user may put another in its place; chmod +t " + parent);
        }
    }

    /** The user of this process, as files have it: a number where it has no name. */
    private static String ownName() throws IOException {
        final Path self = Path.of("/proc/self");
        return Files.exists(self) ? Files.getOwner(self).getName() : System.getProperty("user.name");
    }

    private static SharedException refusal(final Path folder, final String why) {
        return new SharedException(folder + " " + why + ", or name another folder with --shared DIR");
    }
}
