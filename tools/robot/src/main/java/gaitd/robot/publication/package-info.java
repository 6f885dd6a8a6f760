/** A policy on its way to a group of robots: what is signed about it, and what a robot keeps of it. Knows no network. */
package gaitd.robot.publication;
