/** Stand-ins for the server, and realistic jobs, for the tests of the screens. */
package studio.desktop.fakes;
