<#import "parts.ftl" as p>
Subject: The batches of invitations ${running?then("go on", "are on hold")}

Hello,

<#if running>
from now on the batches of invitations leave when their time comes. The
word that stops them, from this address:

  batches hold
<#else>
no further batch of invitations leaves. Letters that are out stay as they
are, and answers to them count. The word that lets the batches go on, from
this address:

  batches resume
</#if>

to ${list.request}.
