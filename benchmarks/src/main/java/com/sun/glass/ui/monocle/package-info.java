/** Where Monocle looks for its platforms: one of our own that lets the length of the UI thread's tasks be measured. */
@NullMarked
package com.sun.glass.ui.monocle;

import org.jspecify.annotations.NullMarked;
