/**
 * Makes what is installed on the robot's computer from a built source tree: a Debian package and a plain archive.
 * Needs no tool of Debian, and the same tree gives the same bytes.
 */
package gaitd.lab.pack;
